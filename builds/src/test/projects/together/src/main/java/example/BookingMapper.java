package example;

import org.mapstruct.Mapper;

@Mapper
public interface BookingMapper {
  Booking booking(Order order);
}
